// Written by `cargo xtask zones`; a test fails when it is not current.

/// The edition of the IANA database that the table was made from.
pub const TZDB_VERSION: &str = "2026f";

/// The table's first second, 2020-01-01T00:00:00Z.
pub const FROM: u32 = 1577836800;

/// The first second after the table, 2041-01-01T00:00:00Z.
pub const UNTIL: i64 = 2240611200;

/// Every zone name, in alphabetical order, a space between two.
pub const NAMES: &str = "\
Africa/Abidjan Africa/Accra Africa/Addis_Ababa Africa/Algiers Africa/Asmara Africa/Asmera \
Africa/Bamako Africa/Bangui Africa/Banjul Africa/Bissau Africa/Blantyre Africa/Brazzaville \
Africa/Bujumbura Africa/Cairo Africa/Casablanca Africa/Ceuta Africa/Conakry Africa/Dakar \
Africa/Dar_es_Salaam Africa/Djibouti Africa/Douala Africa/El_Aaiun Africa/Freetown \
Africa/Gaborone Africa/Harare Africa/Johannesburg Africa/Juba Africa/Kampala Africa/Khartoum \
Africa/Kigali Africa/Kinshasa Africa/Lagos Africa/Libreville Africa/Lome Africa/Luanda \
Africa/Lubumbashi Africa/Lusaka Africa/Malabo Africa/Maputo Africa/Maseru Africa/Mbabane \
Africa/Mogadishu Africa/Monrovia Africa/Nairobi Africa/Ndjamena Africa/Niamey Africa/Nouakchott \
Africa/Ouagadougou Africa/Porto-Novo Africa/Sao_Tome Africa/Timbuktu Africa/Tripoli Africa/Tunis \
Africa/Windhoek America/Adak America/Anchorage America/Anguilla America/Antigua \
America/Araguaina America/Argentina/Buenos_Aires America/Argentina/Catamarca \
America/Argentina/ComodRivadavia America/Argentina/Cordoba America/Argentina/Jujuy \
America/Argentina/La_Rioja America/Argentina/Mendoza America/Argentina/Rio_Gallegos \
America/Argentina/Salta America/Argentina/San_Juan America/Argentina/San_Luis \
America/Argentina/Tucuman America/Argentina/Ushuaia America/Aruba America/Asuncion \
America/Atikokan America/Atka America/Bahia America/Bahia_Banderas America/Barbados \
America/Belem America/Belize America/Blanc-Sablon America/Boa_Vista America/Bogota America/Boise \
America/Buenos_Aires America/Cambridge_Bay America/Campo_Grande America/Cancun America/Caracas \
America/Catamarca America/Cayenne America/Cayman America/Chicago America/Chihuahua \
America/Ciudad_Juarez America/Coral_Harbour America/Cordoba America/Costa_Rica America/Coyhaique \
America/Creston America/Cuiaba America/Curacao America/Danmarkshavn America/Dawson \
America/Dawson_Creek America/Denver America/Detroit America/Dominica America/Edmonton \
America/Eirunepe America/El_Salvador America/Ensenada America/Fort_Nelson America/Fort_Wayne \
America/Fortaleza America/Glace_Bay America/Godthab America/Goose_Bay America/Grand_Turk \
America/Grenada America/Guadeloupe America/Guatemala America/Guayaquil America/Guyana \
America/Halifax America/Havana America/Hermosillo America/Indiana/Indianapolis \
America/Indiana/Knox America/Indiana/Marengo America/Indiana/Petersburg \
America/Indiana/Tell_City America/Indiana/Vevay America/Indiana/Vincennes \
America/Indiana/Winamac America/Indianapolis America/Inuvik America/Iqaluit America/Jamaica \
America/Jujuy America/Juneau America/Kentucky/Louisville America/Kentucky/Monticello \
America/Knox_IN America/Kralendijk America/La_Paz America/Lima America/Los_Angeles \
America/Louisville America/Lower_Princes America/Maceio America/Managua America/Manaus \
America/Marigot America/Martinique America/Matamoros America/Mazatlan America/Mendoza \
America/Menominee America/Merida America/Metlakatla America/Mexico_City America/Miquelon \
America/Moncton America/Monterrey America/Montevideo America/Montreal America/Montserrat \
America/Nassau America/New_York America/Nipigon America/Nome America/Noronha \
America/North_Dakota/Beulah America/North_Dakota/Center America/North_Dakota/New_Salem \
America/Nuuk America/Ojinaga America/Panama America/Pangnirtung America/Paramaribo \
America/Phoenix America/Port-au-Prince America/Port_of_Spain America/Porto_Acre \
America/Porto_Velho America/Puerto_Rico America/Punta_Arenas America/Rainy_River \
America/Rankin_Inlet America/Recife America/Regina America/Resolute America/Rio_Branco \
America/Rosario America/Santa_Isabel America/Santarem America/Santiago America/Santo_Domingo \
America/Sao_Paulo America/Scoresbysund America/Shiprock America/Sitka America/St_Barthelemy \
America/St_Johns America/St_Kitts America/St_Lucia America/St_Thomas America/St_Vincent \
America/Swift_Current America/Tegucigalpa America/Thule America/Thunder_Bay America/Tijuana \
America/Toronto America/Tortola America/Vancouver America/Virgin America/Whitehorse \
America/Winnipeg America/Yakutat America/Yellowknife Antarctica/Casey Antarctica/Davis \
Antarctica/DumontDUrville Antarctica/Macquarie Antarctica/Mawson Antarctica/McMurdo \
Antarctica/Palmer Antarctica/Rothera Antarctica/South_Pole Antarctica/Syowa Antarctica/Troll \
Antarctica/Vostok Arctic/Longyearbyen Asia/Aden Asia/Almaty Asia/Amman Asia/Anadyr Asia/Aqtau \
Asia/Aqtobe Asia/Ashgabat Asia/Ashkhabad Asia/Atyrau Asia/Baghdad Asia/Bahrain Asia/Baku \
Asia/Bangkok Asia/Barnaul Asia/Beirut Asia/Bishkek Asia/Brunei Asia/Calcutta Asia/Chita \
Asia/Choibalsan Asia/Chongqing Asia/Chungking Asia/Colombo Asia/Dacca Asia/Damascus Asia/Dhaka \
Asia/Dili Asia/Dubai Asia/Dushanbe Asia/Famagusta Asia/Gaza Asia/Harbin Asia/Hebron \
Asia/Ho_Chi_Minh Asia/Hong_Kong Asia/Hovd Asia/Irkutsk Asia/Istanbul Asia/Jakarta Asia/Jayapura \
Asia/Jerusalem Asia/Kabul Asia/Kamchatka Asia/Karachi Asia/Kashgar Asia/Kathmandu Asia/Katmandu \
Asia/Khandyga Asia/Kolkata Asia/Krasnoyarsk Asia/Kuala_Lumpur Asia/Kuching Asia/Kuwait \
Asia/Macao Asia/Macau Asia/Magadan Asia/Makassar Asia/Manila Asia/Muscat Asia/Nicosia \
Asia/Novokuznetsk Asia/Novosibirsk Asia/Omsk Asia/Oral Asia/Phnom_Penh Asia/Pontianak \
Asia/Pyongyang Asia/Qatar Asia/Qostanay Asia/Qyzylorda Asia/Rangoon Asia/Riyadh Asia/Saigon \
Asia/Sakhalin Asia/Samarkand Asia/Seoul Asia/Shanghai Asia/Singapore Asia/Srednekolymsk \
Asia/Taipei Asia/Tashkent Asia/Tbilisi Asia/Tehran Asia/Tel_Aviv Asia/Thimbu Asia/Thimphu \
Asia/Tokyo Asia/Tomsk Asia/Ujung_Pandang Asia/Ulaanbaatar Asia/Ulan_Bator Asia/Urumqi \
Asia/Ust-Nera Asia/Vientiane Asia/Vladivostok Asia/Yakutsk Asia/Yangon Asia/Yekaterinburg \
Asia/Yerevan Atlantic/Azores Atlantic/Bermuda Atlantic/Canary Atlantic/Cape_Verde \
Atlantic/Faeroe Atlantic/Faroe Atlantic/Jan_Mayen Atlantic/Madeira Atlantic/Reykjavik \
Atlantic/South_Georgia Atlantic/St_Helena Atlantic/Stanley Australia/ACT Australia/Adelaide \
Australia/Brisbane Australia/Broken_Hill Australia/Canberra Australia/Currie Australia/Darwin \
Australia/Eucla Australia/Hobart Australia/LHI Australia/Lindeman Australia/Lord_Howe \
Australia/Melbourne Australia/NSW Australia/North Australia/Perth Australia/Queensland \
Australia/South Australia/Sydney Australia/Tasmania Australia/Victoria Australia/West \
Australia/Yancowinna Brazil/Acre Brazil/DeNoronha Brazil/East Brazil/West CET CST6CDT \
Canada/Atlantic Canada/Central Canada/Eastern Canada/Mountain Canada/Newfoundland Canada/Pacific \
Canada/Saskatchewan Canada/Yukon Chile/Continental Chile/EasterIsland Cuba EET EST EST5EDT Egypt \
Eire Etc/GMT Etc/GMT+0 Etc/GMT+1 Etc/GMT+10 Etc/GMT+11 Etc/GMT+12 Etc/GMT+2 Etc/GMT+3 Etc/GMT+4 \
Etc/GMT+5 Etc/GMT+6 Etc/GMT+7 Etc/GMT+8 Etc/GMT+9 Etc/GMT-0 Etc/GMT-1 Etc/GMT-10 Etc/GMT-11 \
Etc/GMT-12 Etc/GMT-13 Etc/GMT-14 Etc/GMT-2 Etc/GMT-3 Etc/GMT-4 Etc/GMT-5 Etc/GMT-6 Etc/GMT-7 \
Etc/GMT-8 Etc/GMT-9 Etc/GMT0 Etc/Greenwich Etc/UCT Etc/UTC Etc/Universal Etc/Zulu \
Europe/Amsterdam Europe/Andorra Europe/Astrakhan Europe/Athens Europe/Belfast Europe/Belgrade \
Europe/Berlin Europe/Bratislava Europe/Brussels Europe/Bucharest Europe/Budapest Europe/Busingen \
Europe/Chisinau Europe/Copenhagen Europe/Dublin Europe/Gibraltar Europe/Guernsey Europe/Helsinki \
Europe/Isle_of_Man Europe/Istanbul Europe/Jersey Europe/Kaliningrad Europe/Kiev Europe/Kirov \
Europe/Kyiv Europe/Lisbon Europe/Ljubljana Europe/London Europe/Luxembourg Europe/Madrid \
Europe/Malta Europe/Mariehamn Europe/Minsk Europe/Monaco Europe/Moscow Europe/Nicosia \
Europe/Oslo Europe/Paris Europe/Podgorica Europe/Prague Europe/Riga Europe/Rome Europe/Samara \
Europe/San_Marino Europe/Sarajevo Europe/Saratov Europe/Simferopol Europe/Skopje Europe/Sofia \
Europe/Stockholm Europe/Tallinn Europe/Tirane Europe/Tiraspol Europe/Ulyanovsk Europe/Uzhgorod \
Europe/Vaduz Europe/Vatican Europe/Vienna Europe/Vilnius Europe/Volgograd Europe/Warsaw \
Europe/Zagreb Europe/Zaporozhye Europe/Zurich Factory GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich \
HST Hongkong Iceland Indian/Antananarivo Indian/Chagos Indian/Christmas Indian/Cocos \
Indian/Comoro Indian/Kerguelen Indian/Mahe Indian/Maldives Indian/Mauritius Indian/Mayotte \
Indian/Reunion Iran Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT Mexico/BajaNorte \
Mexico/BajaSur Mexico/General NZ NZ-CHAT Navajo PRC PST8PDT Pacific/Apia Pacific/Auckland \
Pacific/Bougainville Pacific/Chatham Pacific/Chuuk Pacific/Easter Pacific/Efate \
Pacific/Enderbury Pacific/Fakaofo Pacific/Fiji Pacific/Funafuti Pacific/Galapagos \
Pacific/Gambier Pacific/Guadalcanal Pacific/Guam Pacific/Honolulu Pacific/Johnston \
Pacific/Kanton Pacific/Kiritimati Pacific/Kosrae Pacific/Kwajalein Pacific/Majuro \
Pacific/Marquesas Pacific/Midway Pacific/Nauru Pacific/Niue Pacific/Norfolk Pacific/Noumea \
Pacific/Pago_Pago Pacific/Palau Pacific/Pitcairn Pacific/Pohnpei Pacific/Ponape \
Pacific/Port_Moresby Pacific/Rarotonga Pacific/Saipan Pacific/Samoa Pacific/Tahiti \
Pacific/Tarawa Pacific/Tongatapu Pacific/Truk Pacific/Wake Pacific/Wallis Pacific/Yap Poland \
Portugal ROC ROK Singapore Turkey UCT US/Alaska US/Aleutian US/Arizona US/Central \
US/East-Indiana US/Eastern US/Hawaii US/Indiana-Starke US/Michigan US/Mountain US/Pacific \
US/Samoa UTC Universal W-SU WET Zulu";

/// For each name the index of its rule set.
pub static RULES_OF_NAME: [u8; 598] = [
39, 39, 54, 42, 54, 54, 39, 42, 39, 39, 45, 42, 45, 53, 44, 43, 39, 39, 54, 54, 42, 44, 39, 45,
45, 45, 55, 54, 45, 45, 42, 42, 42, 39, 42, 45, 45, 42, 45, 45, 45, 54, 39, 54, 42, 42, 39, 39,
42, 39, 39, 45, 42, 45, 3, 6, 26, 26, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 26,
31, 22, 3, 29, 21, 26, 29, 18, 26, 26, 22, 13, 29, 13, 26, 22, 26, 29, 29, 22, 20, 16, 14, 22,
29, 18, 33, 11, 26, 26, 39, 8, 11, 13, 24, 26, 12, 22, 18, 10, 11, 24, 29, 27, 32, 27, 24, 26,
26, 18, 22, 26, 27, 23, 11, 24, 20, 24, 24, 20, 24, 24, 24, 24, 12, 24, 22, 29, 6, 24, 24, 20,
26, 26, 22, 10, 24, 26, 29, 18, 26, 26, 26, 20, 17, 29, 20, 21, 6, 21, 30, 27, 21, 29, 24, 26,
24, 24, 24, 6, 35, 20, 20, 20, 32, 15, 22, 24, 29, 11, 24, 26, 22, 26, 26, 29, 19, 20, 29, 18,
20, 22, 29, 10, 29, 34, 26, 29, 38, 13, 6, 26, 28, 26, 26, 26, 26, 18, 18, 27, 24, 10, 24, 26, 9,
26, 8, 19, 6, 12, 75, 66, 72, 77, 60, 82, 29, 29, 82, 54, 41, 67, 43, 54, 64, 47, 78, 60, 60, 60,
60, 60, 54, 54, 57, 66, 66, 50, 63, 68, 61, 70, 68, 68, 68, 61, 63, 46, 63, 70, 57, 60, 52, 49,
68, 49, 66, 68, 66, 68, 54, 66, 70, 48, 59, 78, 60, 63, 62, 62, 70, 61, 66, 68, 68, 54, 68, 68,
74, 68, 68, 57, 52, 66, 66, 63, 60, 66, 66, 70, 54, 64, 60, 65, 54, 66, 74, 60, 70, 68, 68, 74,
68, 60, 57, 56, 48, 63, 63, 70, 66, 68, 68, 68, 63, 72, 66, 72, 70, 65, 60, 57, 37, 27, 40, 36,
40, 40, 43, 40, 39, 35, 39, 29, 77, 73, 72, 73, 77, 77, 71, 69, 77, 76, 72, 76, 77, 77, 71, 68,
72, 73, 77, 77, 77, 68, 73, 22, 35, 29, 26, 43, 20, 27, 19, 24, 12, 28, 9, 18, 8, 34, 25, 23, 52,
22, 24, 53, 40, 39, 39, 36, 2, 1, 0, 35, 29, 26, 22, 18, 11, 7, 5, 39, 42, 72, 74, 78, 80, 84,
45, 54, 57, 60, 63, 66, 68, 70, 39, 39, 39, 39, 39, 39, 43, 43, 57, 52, 40, 43, 43, 43, 43, 52,
43, 43, 51, 43, 40, 43, 40, 52, 40, 54, 40, 45, 52, 54, 52, 40, 43, 40, 43, 43, 43, 52, 54, 43,
54, 52, 43, 43, 43, 43, 52, 43, 57, 43, 43, 57, 54, 43, 52, 43, 52, 43, 51, 57, 52, 43, 43, 43,
52, 58, 43, 43, 52, 43, 39, 40, 40, 39, 39, 39, 39, 39, 2, 68, 39, 54, 63, 66, 65, 54, 60, 57,
60, 57, 54, 57, 56, 48, 22, 70, 78, 45, 43, 11, 13, 10, 17, 21, 82, 83, 13, 68, 10, 85, 82, 74,
83, 72, 25, 74, 80, 80, 81, 78, 18, 5, 74, 72, 2, 2, 80, 84, 74, 78, 78, 4, 1, 78, 1, 79, 74, 1,
70, 7, 74, 74, 72, 2, 72, 1, 2, 78, 80, 72, 78, 78, 72, 43, 40, 68, 70, 68, 54, 39, 6, 3, 11, 20,
24, 24, 2, 20, 24, 13, 10, 1, 39, 39, 54, 40, 39,
];

/// Where each rule set begins in `CHANGE_AFTER` and `OFFSET`.
pub static RULES_START: [u16; 86] = [
0, 1, 2, 3, 46, 47, 48, 91, 92, 94, 108, 151, 152, 166, 209, 252, 294, 300, 307, 308, 322, 365,
372, 373, 414, 457, 500, 501, 544, 587, 588, 631, 642, 684, 695, 738, 739, 740, 783, 825, 826,
869, 912, 913, 956, 972, 973, 979, 985, 1028, 1073, 1116, 1159, 1202, 1239, 1240, 1242, 1249,
1250, 1252, 1253, 1254, 1255, 1256, 1257, 1259, 1260, 1261, 1263, 1264, 1265, 1266, 1267, 1268,
1311, 1312, 1320, 1363, 1406, 1407, 1450, 1451, 1455, 1498, 1541, 1542,
];

/// How long after the one before it the offset of the same index comes into force, in minutes;
/// 0 for the first of a rule set, which is in force from the table's first second.
pub static CHANGE_AFTER: [u32; 1546] = [
0, 0, 0, 0, 97200, 342660, 191580, 342660, 181500, 342660, 181500, 342660, 181500, 342660,
181500, 342660, 181500, 342660, 191580, 342660, 181500, 342660, 181500, 342660, 181500, 342660,
181500, 342660, 191580, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660,
181500, 342660, 191580, 342660, 181500, 342660, 181500, 342660, 0, 0, 0, 97140, 342660, 191580,
342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 191580,
342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 191580, 342660, 181500,
342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 191580, 342660, 181500,
342660, 181500, 342660, 0, 0, 97080, 0, 97080, 342660, 191580, 342660, 181500, 342660, 181500,
342660, 181500, 342660, 181500, 342660, 181500, 0, 97080, 342660, 191580, 342660, 181500, 342660,
181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 191580, 342660, 181500, 342660,
181500, 342660, 181500, 342660, 181500, 342660, 191580, 342660, 181500, 342660, 181500, 342660,
181500, 342660, 181500, 342660, 181500, 342660, 191580, 342660, 181500, 342660, 181500, 342660,
0, 0, 97020, 342660, 191580, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500,
342660, 181500, 0, 97020, 342660, 191580, 342660, 181500, 342660, 181500, 342660, 181500, 342660,
181500, 342660, 181500, 342660, 191580, 342660, 181500, 342660, 181500, 342660, 181500, 342660,
181500, 342660, 191580, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660,
181500, 342660, 191580, 342660, 181500, 342660, 181500, 342660, 0, 97020, 342660, 191580, 342660,
181500, 377100, 147060, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 191580, 342660,
181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 191580, 342660, 181500, 342660,
181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 191580, 342660, 181500, 342660,
181500, 342660, 0, 97020, 342660, 191580, 342660, 181500, 524100, 342660, 181500, 342660, 181500,
342660, 181500, 342660, 191580, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500,
342660, 191580, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500,
342660, 191580, 342660, 181500, 342660, 181500, 342660, 0, 137340, 292260, 231900, 302340,
221820, 0, 137340, 292260, 231900, 302340, 221820, 302340, 0, 0, 96960, 342660, 191580, 342660,
181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 0, 96960, 342660, 191580,
342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 191580,
342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 191580, 342660, 181500,
342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 191580, 342660, 181500,
342660, 181500, 342660, 0, 137280, 292260, 231900, 302340, 221820, 302340, 0, 0, 96780, 342720,
191520, 342720, 181440, 342720, 181440, 342720, 181440, 342720, 181440, 342720, 181440, 876960,
181440, 342720, 181440, 342720, 181440, 342720, 181440, 342720, 191520, 342720, 181440, 342720,
181440, 342720, 181440, 342720, 181440, 342720, 181440, 342720, 191520, 342720, 181440, 342720,
181440, 342720, 0, 96900, 342660, 191580, 342660, 181500, 342660, 181500, 342660, 181500, 342660,
181500, 342660, 181500, 342660, 191580, 342660, 181500, 342660, 181500, 342660, 181500, 342660,
181500, 342660, 191580, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660,
181500, 342660, 191580, 342660, 181500, 342660, 181500, 342660, 0, 136980, 221820, 302340,
221820, 302340, 231900, 292260, 221820, 312420, 221820, 302340, 221820, 302340, 221820, 302340,
221820, 302340, 221820, 312420, 211740, 312420, 221820, 302340, 221820, 302340, 221820, 302340,
221820, 302340, 221820, 312420, 211740, 312420, 221820, 302340, 221820, 302340, 221820, 302340,
221820, 312420, 211740, 0, 0, 96840, 342660, 191580, 342660, 181500, 342660, 181500, 342660,
181500, 342660, 181500, 342660, 181500, 342660, 191580, 342660, 181500, 342660, 181500, 342660,
181500, 342660, 181500, 342660, 191580, 342660, 181500, 342660, 181500, 342660, 181500, 342660,
181500, 342660, 181500, 342660, 191580, 342660, 181500, 342660, 181500, 342660, 0, 96810, 342660,
191580, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660,
191580, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 191580, 342660,
181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 191580, 342660,
181500, 342660, 181500, 342660, 0, 0, 96780, 342660, 191580, 342660, 181500, 342660, 181500,
342660, 181500, 342660, 181500, 342660, 181500, 342660, 191580, 342660, 181500, 342660, 181500,
342660, 181500, 342660, 181500, 342660, 191580, 342660, 181500, 342660, 181500, 342660, 181500,
342660, 181500, 342660, 181500, 342660, 191580, 342660, 181500, 342660, 181500, 342660, 0,
116820, 282300, 251940, 272220, 251940, 272220, 251940, 272220, 251940, 282300, 0, 126780,
302400, 221760, 312480, 211680, 312480, 211680, 534240, 302400, 221760, 302400, 221760, 302400,
221760, 312480, 211680, 312480, 211680, 312480, 221760, 302400, 221760, 302400, 221760, 312480,
211680, 312480, 211680, 312480, 211680, 312480, 221760, 302400, 221760, 302400, 221760, 312480,
211680, 312480, 211680, 312480, 0, 136980, 221820, 302340, 221820, 302340, 231900, 292260,
221820, 312420, 221820, 0, 136980, 221820, 302340, 221820, 302340, 231900, 292260, 221820,
312420, 221820, 302340, 221820, 302340, 221820, 302340, 221820, 302340, 221820, 312420, 211740,
312420, 221820, 302340, 221820, 302340, 221820, 302340, 221820, 302340, 221820, 312420, 211740,
312420, 221820, 302340, 221820, 302340, 221820, 302340, 221820, 312420, 211740, 0, 0, 0, 126780,
302400, 221760, 312480, 211680, 312480, 211680, 312480, 221760, 302400, 221760, 302400, 221760,
302400, 221760, 312480, 211680, 312480, 211680, 312480, 221760, 302400, 221760, 302400, 221760,
312480, 211680, 312480, 211680, 312480, 211680, 312480, 221760, 302400, 221760, 302400, 221760,
312480, 211680, 312480, 211680, 312480, 0, 126780, 302400, 221760, 312480, 211680, 312480,
211680, 312480, 524160, 221760, 302400, 221760, 302400, 221760, 312480, 211680, 312480, 211680,
312480, 221760, 302400, 221760, 302400, 221760, 312480, 211680, 312480, 211680, 312480, 211680,
312480, 221760, 302400, 221760, 302400, 221760, 312480, 211680, 312480, 211680, 312480, 0, 0,
126780, 302400, 221760, 312480, 211680, 312480, 211680, 312480, 221760, 302400, 221760, 302400,
221760, 302400, 221760, 312480, 211680, 312480, 211680, 312480, 221760, 302400, 221760, 302400,
221760, 312480, 211680, 312480, 211680, 312480, 211680, 312480, 221760, 302400, 221760, 302400,
221760, 312480, 211680, 312480, 211680, 312480, 0, 126780, 302400, 221760, 312480, 211680,
312480, 211680, 312480, 221760, 302400, 221760, 302400, 221760, 302400, 221760, 312480, 211680,
312480, 211680, 312480, 221760, 302400, 221760, 302400, 221760, 312480, 211680, 312480, 211680,
312480, 211680, 312480, 221760, 302400, 221760, 302400, 221760, 312480, 211680, 312480, 211680,
312480, 0, 0, 126780, 302400, 221760, 312480, 211680, 312480, 211680, 312480, 221760, 302400,
221760, 302400, 221760, 302400, 221760, 312480, 211680, 312480, 211680, 312480, 221760, 302400,
221760, 302400, 221760, 312480, 211680, 312480, 211680, 312480, 211680, 312480, 221760, 302400,
221760, 302400, 221760, 312480, 211680, 312480, 211680, 312480, 0, 157080, 60480, 453600, 50400,
453600, 60480, 453600, 50400, 463680, 50400, 453600, 60480, 453600, 50400, 262020, 0, 0, 123720,
312420, 211740, 312420, 211740, 0, 123720, 312480, 211680, 312480, 171360, 0, 123840, 305220,
218940, 315300, 208860, 315300, 208860, 315300, 218940, 305220, 218940, 305220, 218940, 305220,
218940, 315300, 208860, 315300, 208860, 315300, 218940, 305220, 218940, 305220, 218940, 315300,
208860, 315300, 208860, 315300, 208860, 315300, 218940, 305220, 218940, 305220, 218940, 315300,
208860, 315300, 208860, 315300, 0, 125160, 302400, 221760, 311040, 214560, 311100, 262140,
262020, 252060, 272100, 241980, 282180, 221820, 302340, 221820, 312420, 211740, 312420, 211740,
312420, 221820, 302340, 221820, 302340, 221820, 312420, 211740, 312420, 211740, 312420, 211740,
312420, 221820, 292260, 231900, 282180, 241980, 262020, 262140, 251940, 272220, 231780, 70620,
10020, 0, 126600, 302340, 221820, 312420, 211740, 312420, 211740, 312420, 221820, 302340, 221820,
302340, 221820, 302340, 221820, 312420, 211740, 312420, 211740, 312420, 221820, 302340, 221820,
302340, 221820, 312420, 211740, 312420, 211740, 312420, 211740, 312420, 221820, 302340, 221820,
302340, 221820, 312420, 211740, 312420, 211740, 312420, 0, 126720, 302400, 221760, 312480,
211740, 312480, 211680, 312480, 221760, 302400, 221760, 302400, 221760, 302400, 221760, 312480,
211680, 312480, 211680, 312480, 221760, 302400, 221760, 302400, 221760, 312480, 211680, 312480,
211680, 312480, 211680, 312480, 221760, 302400, 221760, 302400, 221760, 312480, 211680, 312480,
211680, 312480, 0, 126780, 302400, 221760, 312480, 211680, 312480, 211680, 312480, 221760,
302400, 221760, 302400, 221760, 302400, 221760, 312480, 211680, 312480, 211680, 312480, 221760,
302400, 221760, 302400, 221760, 312480, 211680, 312480, 211680, 312480, 211680, 312480, 221760,
302400, 221760, 302400, 221760, 312480, 211680, 312480, 211680, 312480, 0, 1746600, 262020,
262140, 272100, 252060, 272100, 252060, 272100, 262140, 262020, 262140, 262020, 262140, 262020,
262140, 272100, 252060, 272100, 262140, 262020, 262140, 262020, 262140, 262020, 262140, 262020,
262140, 272100, 252060, 272100, 262140, 262020, 262140, 262020, 262140, 262020, 0, 0, 571500, 0,
114990, 264900, 262140, 264900, 260700, 264900, 0, 0, 519720, 0, 0, 0, 0, 0, 0, 2189880, 0, 0, 0,
2083380, 0, 0, 0, 0, 0, 0, 136350, 262080, 262080, 262080, 262080, 262080, 262080, 262080,
272160, 262080, 262080, 262080, 262080, 262080, 262080, 262080, 262080, 262080, 262080, 272160,
262080, 262080, 262080, 262080, 262080, 262080, 262080, 262080, 262080, 262080, 262080, 272160,
262080, 262080, 262080, 262080, 262080, 262080, 262080, 262080, 262080, 272160, 0, 0, 96000,
302401, 231659, 292501, 231659, 292501, 227519, 0, 136260, 262110, 262050, 262110, 262050,
262110, 262050, 262110, 272130, 262110, 262050, 262110, 262050, 262110, 262050, 262110, 262050,
262110, 262050, 272190, 262050, 262110, 262050, 262110, 262050, 262110, 262050, 262110, 262050,
262110, 262050, 272190, 262050, 262110, 262050, 262110, 262050, 262110, 262050, 262110, 262050,
272190, 0, 136320, 262080, 262080, 262080, 262080, 262080, 262080, 262080, 272160, 262080,
262080, 262080, 262080, 262080, 262080, 262080, 262080, 262080, 262080, 272160, 262080, 262080,
262080, 262080, 262080, 262080, 262080, 262080, 262080, 262080, 262080, 272160, 262080, 262080,
262080, 262080, 262080, 262080, 262080, 262080, 262080, 272160, 0, 0, 136260, 262080, 262080,
262080, 262080, 262080, 262080, 262080, 272160, 262080, 262080, 262080, 262080, 262080, 262080,
262080, 262080, 262080, 262080, 272160, 262080, 262080, 262080, 262080, 262080, 262080, 262080,
262080, 262080, 262080, 262080, 272160, 262080, 262080, 262080, 262080, 262080, 262080, 262080,
262080, 262080, 272160, 0, 0, 15240, 493920, 40320, 0, 136200, 252000, 272160, 252000, 272160,
252000, 272160, 252000, 282240, 252000, 272160, 252000, 272160, 252000, 272160, 252000, 272160,
252000, 272160, 262080, 272160, 252000, 272160, 252000, 272160, 252000, 272160, 252000, 272160,
252000, 272160, 262080, 272160, 252000, 272160, 252000, 272160, 252000, 272160, 252000, 272160,
262080, 0, 136200, 252000, 272160, 252000, 272160, 252000, 272160, 252000, 282240, 252000,
272160, 252000, 272160, 252000, 272160, 252000, 272160, 252000, 272160, 262080, 272160, 252000,
272160, 252000, 272160, 252000, 272160, 252000, 272160, 252000, 272160, 262080, 272160, 252000,
272160, 252000, 272160, 252000, 272160, 252000, 272160, 262080, 0, 0, 136200, 252000, 272160,
];

/// Offsets from UTC in quarters of an hour, positive in the east.
pub static OFFSET: [i8; 1546] = [
-48, -44, -40, -40, -36, -40, -36, -40, -36, -40, -36, -40, -36, -40, -36, -40, -36, -40, -36,
-40, -36, -40, -36, -40, -36, -40, -36, -40, -36, -40, -36, -40, -36, -40, -36, -40, -36, -40,
-36, -40, -36, -40, -36, -40, -36, -40, -38, -36, -36, -32, -36, -32, -36, -32, -36, -32, -36,
-32, -36, -32, -36, -32, -36, -32, -36, -32, -36, -32, -36, -32, -36, -32, -36, -32, -36, -32,
-36, -32, -36, -32, -36, -32, -36, -32, -36, -32, -36, -32, -36, -32, -36, -32, -32, -28, -32,
-28, -32, -28, -32, -28, -32, -28, -32, -28, -32, -28, -32, -28, -32, -28, -32, -28, -32, -28,
-32, -28, -32, -28, -32, -28, -32, -28, -32, -28, -32, -28, -32, -28, -32, -28, -32, -28, -32,
-28, -32, -28, -32, -28, -32, -28, -32, -28, -32, -28, -32, -28, -32, -28, -32, -28, -32, -28,
-28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28,
-24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24,
-28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28,
-28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28,
-24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24,
-28, -24, -28, -24, -28, -28, -24, -28, -24, -28, -24, -20, -24, -20, -24, -20, -24, -20, -24,
-20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20,
-24, -20, -24, -20, -24, -20, -24, -20, -24, -28, -24, -28, -24, -28, -24, -28, -24, -28, -24,
-28, -24, -28, -24, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24,
-20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20,
-24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24,
-20, -24, -20, -24, -24, -20, -24, -20, -24, -20, -24, -20, -20, -16, -20, -16, -20, -16, -20,
-16, -20, -16, -20, -16, -20, -16, -20, -16, -20, -16, -20, -16, -20, -16, -20, -16, -20, -16,
-20, -16, -20, -16, -20, -16, -20, -16, -20, -16, -20, -16, -20, -16, -20, -20, -16, -20, -16,
-20, -16, -20, -16, -20, -16, -20, -16, -20, -16, -20, -16, -20, -16, -20, -16, -20, -16, -20,
-16, -20, -16, -20, -16, -20, -16, -20, -16, -20, -16, -20, -16, -20, -16, -20, -16, -20, -16,
-20, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24,
-20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20, -24, -20,
-24, -20, -24, -20, -24, -20, -16, -16, -12, -16, -12, -16, -12, -16, -12, -16, -12, -16, -12,
-16, -12, -16, -12, -16, -12, -16, -12, -16, -12, -16, -12, -16, -12, -16, -12, -16, -12, -16,
-12, -16, -12, -16, -12, -16, -12, -16, -12, -16, -12, -16, -14, -10, -14, -10, -14, -10, -14,
-10, -14, -10, -14, -10, -14, -10, -14, -10, -14, -10, -14, -10, -14, -10, -14, -10, -14, -10,
-14, -10, -14, -10, -14, -10, -14, -10, -14, -10, -14, -10, -14, -10, -14, -10, -14, -12, -12,
-8, -12, -8, -12, -8, -12, -8, -12, -8, -12, -8, -12, -8, -12, -8, -12, -8, -12, -8, -12, -8,
-12, -8, -12, -8, -12, -8, -12, -8, -12, -8, -12, -8, -12, -8, -12, -8, -12, -8, -12, -8, -12,
-12, -16, -12, -16, -12, -16, -12, -16, -12, -16, -12, -12, -8, -12, -8, -12, -8, -12, -8, -4,
-8, -4, -8, -4, -8, -4, -8, -4, -8, -4, -8, -4, -8, -4, -8, -4, -8, -4, -8, -4, -8, -4, -8, -4,
-8, -4, -8, -4, -8, -4, -8, -4, -8, -12, -16, -12, -16, -12, -16, -12, -16, -12, -16, -12, -12,
-16, -12, -16, -12, -16, -12, -16, -12, -16, -12, -16, -12, -16, -12, -16, -12, -16, -12, -16,
-12, -16, -12, -16, -12, -16, -12, -16, -12, -16, -12, -16, -12, -16, -12, -16, -12, -16, -12,
-16, -12, -16, -12, -8, -4, -4, 0, -4, 0, -4, 0, -4, 0, -4, 0, -4, 0, -4, 0, -4, 0, -4, 0, -4, 0,
-4, 0, -4, 0, -4, 0, -4, 0, -4, 0, -4, 0, -4, 0, -4, 0, -4, 0, -4, 0, -4, 0, -4, -4, 0, -4, 0,
-4, 0, -4, 0, -4, -8, -4, -8, -4, -8, -4, -8, -4, -8, -4, -8, -4, -8, -4, -8, -4, -8, -4, -8, -4,
-8, -4, -8, -4, -8, -4, -8, -4, -8, -4, -8, -4, -8, 0, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4,
0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 0, 8, 0,
8, 0, 8, 0, 8, 0, 8, 0, 8, 0, 8, 0, 8, 0, 8, 0, 8, 0, 8, 0, 8, 0, 8, 0, 8, 0, 8, 0, 8, 0, 8, 0,
8, 0, 8, 0, 8, 0, 8, 0, 4, 4, 8, 4, 8, 4, 8, 4, 8, 4, 8, 4, 8, 4, 8, 4, 8, 4, 8, 4, 8, 4, 8, 4,
8, 4, 8, 4, 8, 4, 8, 4, 8, 4, 8, 4, 8, 4, 8, 4, 8, 4, 8, 4, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0,
4, 0, 4, 0, 8, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8,
12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8,
12, 8, 12, 8, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12,
8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 8, 12, 8, 12, 8, 12, 8,
12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8,
12, 8, 12, 8, 12, 8, 12, 8, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12,
8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 8, 12, 8, 12, 8,
12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8,
12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12,
8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 12, 8, 14, 18, 14, 18, 14,
18, 14, 16, 16, 12, 18, 20, 22, 23, 24, 24, 20, 26, 28, 28, 20, 32, 35, 36, 38, 40, 42, 38, 42,
38, 42, 38, 42, 38, 42, 38, 42, 38, 42, 38, 42, 38, 42, 38, 42, 38, 42, 38, 42, 38, 42, 38, 42,
38, 42, 38, 42, 38, 42, 38, 42, 38, 42, 38, 42, 38, 42, 38, 42, 44, 44, 32, 44, 32, 44, 32, 44,
32, 44, 42, 44, 42, 44, 42, 44, 42, 44, 42, 44, 42, 44, 42, 44, 42, 44, 42, 44, 42, 44, 42, 44,
42, 44, 42, 44, 42, 44, 42, 44, 42, 44, 42, 44, 42, 44, 42, 44, 42, 44, 42, 44, 44, 40, 44, 40,
44, 40, 44, 40, 44, 40, 44, 40, 44, 40, 44, 40, 44, 40, 44, 40, 44, 40, 44, 40, 44, 40, 44, 40,
44, 40, 44, 40, 44, 40, 44, 40, 44, 40, 44, 40, 44, 40, 44, 48, 48, 44, 48, 44, 48, 44, 48, 44,
48, 44, 48, 44, 48, 44, 48, 44, 48, 44, 48, 44, 48, 44, 48, 44, 48, 44, 48, 44, 48, 44, 48, 44,
48, 44, 48, 44, 48, 44, 48, 44, 48, 44, 48, 52, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48,
52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48,
52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 55, 51, 55, 51, 55, 51, 55, 51, 55, 51, 55, 51, 55,
51, 55, 51, 55, 51, 55, 51, 55, 51, 55, 51, 55, 51, 55, 51, 55, 51, 55, 51, 55, 51, 55, 51, 55,
51, 55, 51, 55, 51, 55, 56, 56, 52, 56, 52,
];
