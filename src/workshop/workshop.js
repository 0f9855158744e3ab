// The workshop: edits a catalog, says what is wrong with it, shows its page, and packs it to take away. Nothing is
// sent anywhere.
import { zip } from "./archive.js";
import { Editor } from "./editor.js";
import { load } from "./made.js";
import { regionsOf, withDates } from "./dates.js";
import { withRows } from "./rows.js";

/** How long nobody types before the catalog is looked at, in milliseconds. */
const PAUSE = 300;
/** The most faults that are listed. */
const MOST = 100;

const find = (id) => document.getElementById(`pc-workshop-${id}`);
const words = JSON.parse(document.getElementById("pc-data").textContent);
const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name]);

const say = (text) => (find("done").textContent = text);

/** Hands a file to whoever asked for it. */
function download(name, type, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  say(fill(words.taken, { name }));
}

/** The preview: the page of a catalog, which keeps what was chosen in it. */
class Preview {
  #program;
  #number;
  #query = "";

  constructor(program) {
    this.#program = program;
  }

  show({ language, block }) {
    const root = find("preview");
    if (this.#number) this.#program.unmount(this.#number);
    root.lang = language;
    this.#number = this.#program.mount(root, block, {
      query: this.#query,
      headingLevel: 3,
      changed: (query) => (this.#query = query),
    });
  }
}

/** The list of what is wrong; each fault leads to its place. */
function list(faults, editor) {
  const item = ({ line, column, text, isDoubt }) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: `pc-workshop__fault${isDoubt ? " pc-workshop__fault--doubt" : ""}`, lang: "en", textContent: text });
    button.addEventListener("click", () => editor.goTo(line, column));
    const item = document.createElement("li");
    item.append(button);
    return item;
  };
  const items = faults.slice(0, MOST).map(item);
  if (faults.length > MOST) {
    const more = document.createElement("li");
    more.textContent = fill(words.more, { count: faults.length - MOST });
    items.push(more);
  }
  find("faults").replaceChildren(...items);
}

async function start() {
  const { maker, program, shared } = await load();
  const editor = new Editor(find("text"), find("lines"));
  const preview = new Preview(program);
  let made = [];
  let saved = "";

  const bytes = () => new TextEncoder().encode(editor.text);

  /** Looks at the catalog: what is wrong is listed; a sound one is shown. */
  function look() {
    const { isSound, summary, faults } = JSON.parse(maker.check(bytes()));
    find("summary").textContent = isSound ? fill(words.sound, { count: faults.length }) : fill(words.faulty, { count: faults.filter(({ isDoubt }) => !isDoubt).length });
    find("summary").title = summary;
    list(faults, editor);
    const region = find("calendar-region");
    const chosen = region.value;
    region.replaceChildren(...regionsOf(editor.text).map(({ id, name }) => new Option(name, id, false, id === chosen)));
    find("stale").hidden = isSound;
    for (const button of document.querySelectorAll("[data-needs-sound]")) button.disabled = !isSound;
    if (!isSound) return;
    made = JSON.parse(maker.blocks(bytes()));
    const select = find("language");
    const before = select.value;
    select.replaceChildren(...made.map(({ language, name }) => new Option(name, language)));
    if (made.some(({ language }) => language === before)) select.value = before;
    select.parentElement.hidden = made.length < 2;
    preview.show(made.find(({ language }) => language === select.value));
  }

  let waiting = 0;
  const lookSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  };

  /** Puts another catalog into the field, unless that would lose what was written and is not wanted. */
  function replaceBy(text) {
    if (editor.text !== saved && !confirm(words.replace)) return;
    saved = text;
    editor.text = text;
    look();
  }

  async function open(file) {
    // What is no UTF-8 is told by the reader, which gets the bytes as they are.
    const content = new Uint8Array(await file.arrayBuffer());
    const { isSound, faults } = JSON.parse(maker.check(content));
    const [first] = faults;
    if (!isSound && first?.path === "$" && /encoding|UTF|bytes/.test(first.found)) {
      find("summary").textContent = `${file.name}: ${first.found}`;
      return;
    }
    replaceBy(new TextDecoder().decode(content));
  }

  find("start").addEventListener("change", async ({ target }) => {
    if (!target.value) return;
    replaceBy(await (await fetch(new URL(`catalogs/${target.value}.json`, import.meta.url))).text());
    target.value = "";
  });
  find("file").addEventListener("change", ({ target }) => target.files[0] && open(target.files[0]).finally(() => (target.value = "")));
  const text = find("text");
  text.addEventListener("dragover", (event) => event.preventDefault());
  text.addEventListener("drop", (event) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    open(file);
  });
  editor.changed = lookSoon;
  find("language").addEventListener("change", ({ target }) => preview.show(made.find(({ language }) => language === target.value)));

  find("calendar").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    try {
      const { dates, leftOut } = JSON.parse(maker.dates(new Uint8Array(await file.arrayBuffer())));
      const { text, count } = withDates(editor.text, find("calendar-region").value, dates, words);
      editor.text = text;
      look();
      find("calendar-done").textContent = fill(words.calendar_added, { count, left: leftOut.length });
      find("calendar-done").title = leftOut.join("\n");
    } catch (error) {
      find("calendar-done").textContent = error.message ?? error;
    }
    target.value = "";
  });

  find("table-add").addEventListener("click", () => {
    try {
      const { text, count } = withRows(editor.text, find("table").value, find("table-group").value, words);
      editor.text = text;
      look();
      find("table").value = "";
      find("table-done").textContent = fill(words.table_added, { count });
    } catch (error) {
      find("table-done").textContent = error.message;
    }
  });

  find("take-catalog").addEventListener("click", () => {
    saved = editor.text;
    download("catalog.json", "application/json", editor.text);
  });
  find("take-file").addEventListener("click", async () => {
    say(words.busy);
    const inside = await shared.inside();
    download("plans.html", "text/html", maker.one_file(bytes(), find("language").value, JSON.stringify(inside)));
  });
  find("take-site").addEventListener("click", async () => {
    const files = await shared.site((done, all) => say(fill(words.progress, { done, all })));
    const pages = JSON.parse(maker.pages(bytes(), JSON.stringify(shared.files)));
    for (const [path, page] of pages) {
      files.set(path, new TextEncoder().encode(page));
      const folder = path.slice(0, path.lastIndexOf("/") + 1);
      if (page.includes(shared.files.boot)) files.set(folder + shared.files.boot, files.get(shared.files.boot));
    }
    download("site.zip", "application/zip", zip(files));
  });
  find("take-lines").addEventListener("click", async () => {
    await navigator.clipboard.writeText(find("embed").textContent).then(() => say(words.copied), () => say(words.not_copied));
  });
  addEventListener("beforeunload", (event) => editor.text !== saved && event.preventDefault());

  saved = await (await fetch(new URL("catalogs/starter.json", import.meta.url))).text();
  editor.text = saved;
  look();
  document.documentElement.dataset.running = "";
}

start().catch((error) => {
  find("summary").textContent = words.not_started;
  console.error(error);
});
