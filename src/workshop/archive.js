// A ZIP archive whose files are stored as they are: the site's programs are compressed by servers, and few kilobytes
// are saved otherwise.

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = CRC[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return ~sum >>> 0;
}

/** Numbers of two and four bytes, the lowest first. */
function numbers(...given) {
  return Uint8Array.from(given.flatMap(([size, value]) => Array.from({ length: size }, (_, byte) => (value >>> (8 * byte)) & 0xff)));
}

/** The archive of some files, a map from paths to bytes. */
export function zip(files) {
  const parts = [];
  const entries = [];
  let offset = 0;
  const put = (part) => {
    parts.push(part);
    offset += part.length;
  };
  for (const [path, content] of files) {
    const name = new TextEncoder().encode(path);
    // Version 1.0, names in UTF-8, stored, on the first day that the format has.
    const common = [[2, 10], [2, 0x800], [2, 0], [2, 0], [2, 0x21], [4, checksum(content)], [4, content.length], [4, content.length], [2, name.length], [2, 0]];
    entries.push([numbers([4, 0x02014b50], [2, 10], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name]);
    put(numbers([4, 0x04034b50], ...common));
    put(name);
    put(content);
  }
  const begin = offset;
  entries.flat().forEach(put);
  put(numbers([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, offset - begin], [4, begin], [2, 0]));
  const whole = new Uint8Array(offset);
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}
