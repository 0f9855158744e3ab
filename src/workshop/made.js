// What the workshop needs of the built site: the program, what makes pages, and the files that all pages share.

/** The names of the files, which the build writes here. */
const NAMES = {names};

const address = (name) => new URL(`../${name}`, import.meta.url);

async function bytesOf(name) {
  const response = await fetch(address(name));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Bytes in base64, in pieces that a call takes. */
function base64(bytes) {
  let letters = "";
  for (let place = 0; place < bytes.length; place += 8_192) letters += String.fromCharCode(...bytes.subarray(place, place + 8_192));
  return btoa(letters);
}

class Shared {
  files = NAMES.files;

  /** Every file that all pages share, by its name; `tell` is told how many of them are here. */
  async site(tell) {
    const files = new Map();
    for (const name of NAMES.shared) {
      tell(files.size, NAMES.shared.length);
      files.set(name, await bytesOf(name));
    }
    return files;
  }

  /** What stands inside a page that is one file. */
  async inside() {
    const { style, icon, glue, program } = this.files;
    const chunks = NAMES.shared.filter((name) => name.startsWith("chunk-"));
    return {
      style,
      icon,
      glue: new TextDecoder().decode(await bytesOf(glue)),
      program: base64(await bytesOf(program)),
      chunks: Object.fromEntries(await Promise.all(chunks.map(async (name) => [name, base64(await bytesOf(name))]))),
      demo: new TextDecoder().decode(await bytesOf("demo.js")),
    };
  }
}

/** Fetches and starts what checks catalogs and makes their pages, and the program. */
export async function load() {
  const start = async (glue, program) => {
    const module = await import(address(glue));
    await module.default({ module_or_path: fetch(address(program)) });
    return module;
  };
  const [maker, program] = await Promise.all([
    start(NAMES.maker.glue, NAMES.maker.program),
    start(NAMES.files.glue, NAMES.files.program),
  ]);
  return { maker, program, shared: new Shared() };
}
