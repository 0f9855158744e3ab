//! Stories as they are told: six chapters in three languages, and one at its full length.

use takeaway::story::{Chapter, MOST_IN_LINE, MOST_IN_TITLE, Story};

/// The queries of the six chapters.
const QUERIES: [&str; 6] = [
    "priority=p1&region=emea&zone=Europe/Amsterdam&opened=2026-03-27T16:30&mine=business",
    "priority=p2&region=emea&zone=Europe/Amsterdam&opened=2026-03-27T16:30&mine=business",
    "plans=business,elite&priority=p2&region=emea&zone=Europe/Amsterdam&opened=2026-03-27T16:30\
     &differences=only&mine=business",
    "priority=p2&region=japan&zone=Asia/Tokyo&opened=2026-05-01T17:45&mine=business",
    "priority=p1&region=americas&zone=America/Los_Angeles&opened=2026-11-27T03:10\
     &by=2026-11-27T09:00&mine=business",
    "region=emea&zone=Europe/Amsterdam&opened=2026-03-27T16:30&differences=only&mine=business\
     &need=case-reviews,event-management&within=PT4H",
];

/// A story of the six queries.
fn story(customer: &str, texts: [(&str, &str); 6]) -> Story {
    let chapters = texts.into_iter().zip(QUERIES).map(|((title, line), query)| Chapter {
        title: title.to_owned(),
        line: line.to_owned(),
        query: query.to_owned(),
    });
    Story { customer: customer.to_owned(), chapters: chapters.collect() }
}

pub fn english() -> Story {
    let texts = [
        (
            "Friday evening, just before the clocks change",
            "A shop in Amsterdam stops taking orders at half past four: who answers before the weekend?",
        ),
        (
            "The same case, a step less urgent",
            "With priority 2 the clock stands still from Friday night until Monday morning.",
        ),
        (
            "What Elite would change",
            "Elite answers within the half hour, whatever the day: here is the difference in hours.",
        ),
        (
            "Your team in Tokyo",
            "Japan has a desk of its own. Golden Week closes it for four days, and one plan does not mind.",
        ),
        (
            "Black Friday in California",
            "The launch is at nine. Which plans promise a reply before the shops open?",
        ),
        (
            "What you told us that you need",
            "Case reviews, event management and never more than four hours: two plans remain.",
        ),
    ];
    story("Meridian Outfitters", texts)
}

pub fn dutch() -> Story {
    let texts = [
        (
            "Vrijdagmiddag, vlak voor de klok verspringt",
            "Om half vijf ligt de webwinkel stil. Wie antwoordt er nog voor het weekend begint?",
        ),
        (
            "Dezelfde case, iets minder dringend",
            "Met prioriteit 2 staat de klok stil van vrijdagavond tot maandagochtend negen uur.",
        ),
        (
            "Wat Elite verandert",
            "Elite antwoordt binnen het halfuur, ook op zondag: dit scheelt u zestig uur wachten.",
        ),
        (
            "Uw collega's in Tokio",
            "Japan heeft een eigen desk. Tijdens de Gouden Week is die vier dagen dicht.",
        ),
        (
            "Black Friday in Californië",
            "Om negen uur gaat de actie live. Welk plan belooft een antwoord voor die tijd?",
        ),
        (
            "Wat u zei nodig te hebben",
            "Casereviews, eventmanagement en nooit langer dan vier uur: er blijven twee plannen over.",
        ),
    ];
    story("Van der Meer Logistiek", texts)
}

pub fn japanese() -> Story {
    let texts = [
        (
            "時計が変わる直前の金曜日の夕方",
            "アムステルダムの店舗で午後四時半に注文が止まりました。週末になる前に回答をお約束できるのはどのプランでしょうか。まずは最も緊急な優先度で比べてみましょう。",
        ),
        (
            "同じお問い合わせを優先度2で",
            "優先度2では、金曜日の夜から月曜日の朝まで時計が止まります。その間、お客様はお待ちいただくことになります。翌週の予定にどれほど響くのかをご覧ください。",
        ),
        (
            "Eliteにすると何が変わるか",
            "Eliteなら曜日に関係なく三十分以内に回答します。現在ご契約中のBusinessとの差を、時間の単位でそのままご確認いただけます。",
        ),
        (
            "東京のチームの場合",
            "日本には専用の窓口があります。ゴールデンウィークの四日間は休業しますが、ひとつのプランだけは影響を受けません。下の図で一日ずつお確かめください。",
        ),
        (
            "カリフォルニアのブラックフライデー",
            "販売開始は朝の九時です。開店前に回答をお約束できるプランはどれか、現地の時刻で見てみましょう。夜中の三時に起きた障害を例にしています。",
        ),
        (
            "ご要望をまとめると",
            "ケースレビューとイベント管理が必要で、待ち時間は四時間まで。この条件をすべて満たすプランは二つ残ります。違いがある行だけを表示しています。",
        ),
    ];
    story("株式会社あおぞら商事", texts)
}

/// The story with titles and lines as long as they may be: the letters of all its lines, picked in
/// another order each time, so that nothing repeats itself.
pub fn at_full_length(mut story: Story) -> Story {
    let letters: Vec<char> =
        story.chapters.iter().flat_map(|chapter| chapter.line.chars()).collect();
    let text = |start: usize, length: usize| {
        letters.iter().cycle().skip(start * 37).step_by(start * 2 + 1).take(length).collect()
    };
    for (place, chapter) in story.chapters.iter_mut().enumerate() {
        chapter.title = text(place + 7, MOST_IN_TITLE);
        chapter.line = text(place, MOST_IN_LINE);
    }
    story
}
