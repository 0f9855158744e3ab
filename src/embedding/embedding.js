// Makes the lines with which another page shows the comparison, and shows beside them what they give.
// A classic script, since browsers do not run modules from a disk.

(() => {
  const find = (id) => document.getElementById(`pc-embedding-${id}`);
  const words = JSON.parse(document.getElementById("pc-data").textContent);
  const language = document.documentElement.lang;
  const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

  // The script lies in the root of the site, which may be built to stand elsewhere.
  const here = document.currentScript.src;
  const site = words.site ?? here;
  const at = (path) => new URL(path, site).href;

  const form = find("choices");
  const element = document.querySelector("plan-comparator");
  /** The query of a link to what is shown. */
  let query = "";

  const escape = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPED[sign]);
  const tag = (name, attributes, content = "") =>
    `<${name}${attributes.map(([name, value]) => ` ${name}="${escape(value)}"`).join("")}>${content}</${name}>`;
  const script = (name) => tag("script", [["type", "module"], ["src", at(name)]]);

  /** The parameters of a query, in the order of a link; of one that is there twice, the first, or the list of all. */
  function parametersOf(query) {
    const given = new URLSearchParams(query);
    const valueOf = (name) => (words.lists.includes(name) ? given.getAll(name).join(",") : given.get(name));
    return words.parameters.filter((name) => given.has(name)).map((name) => [name, valueOf(name)]);
  }

  /** How the comparison stands there, as far as that is not the default. */
  function options() {
    const chosen = new FormData(form);
    const boxes = [...form.querySelectorAll("[name=changeable]")];
    // What is not seen there cannot be changed anyway.
    const isFixed = (box) => !box.checked && !box.closest("label").hidden;
    const given = {
      fixed: boxes.filter(isFixed).map(({ value }) => value).join(" "),
      view: chosen.get("view").replace("all", ""),
      theme: chosen.get("theme").replace("auto", ""),
    };
    return Object.entries(given).filter(([, value]) => value);
  }

  /** The address of the page, with a query. */
  const page = (query) => at(`${language}/${query && "?"}${query}`);
  const link = () => tag("a", [["href", page(query)]], escape(words.heading));

  function elementLines() {
    const attributes = [["lang", language], ...parametersOf(query), ...options(), ["page", page("")]];
    return `${script("plan-comparator.js")}\n${tag("plan-comparator", attributes, `\n  <p>${link()}</p>\n`)}`;
  }

  function frameLines() {
    const given = options().map(([name, value]) => `${name}=${value.replaceAll(" ", ",")}`);
    const attributes = [
      ["src", page(["embed", query, ...given].filter(Boolean).join("&"))],
      ["title", words.title],
      ["width", "100%"],
      ["height", "900"],
      ["frameborder", "0"],
      ["loading", "lazy"],
      ["allow", "clipboard-write; web-share"],
    ];
    return `${tag("iframe", attributes)}\n${script("frames.js")}`;
  }

  const LINES = { element: elementLines, frame: frameLines, link };

  /** Writes the lines anew. */
  function write() {
    const kind = new FormData(form).get("kind");
    find("html").textContent = LINES[kind]();
    find("address").textContent = page(query);
    find("open").href = page(query);
    find("back").search = query;
    find("status").textContent = "";
  }

  /** Shows what was chosen in the form: in the lines, and in the preview. */
  function follow() {
    const chosen = new FormData(form);
    const isLink = chosen.get("kind") === "link";
    for (const label of form.querySelectorAll("[data-views]")) {
      label.hidden = !label.dataset.views.split(" ").includes(chosen.get("view"));
    }
    find("options").hidden = find("look").hidden = isLink;
    find("address").parentElement.hidden = find("open").hidden = !isLink;
    const given = Object.fromEntries(options());
    for (const name of ["fixed", "view", "theme"]) element[name] = given[name];
    element.parentElement.dataset.theme = chosen.get("theme");
    write();
  }

  /** Copies a text. Where the browser does not allow it, the text is selected. */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text.textContent);
      find("status").textContent = words.copied;
    } catch {
      getSelection().selectAllChildren(text);
      text.focus();
      find("status").textContent = words.not_copied;
    }
  }

  function start() {
    query = new URLSearchParams(parametersOf(location.search)).toString();
    Object.assign(element, Object.fromEntries(parametersOf(query)), { page: page("") });
    const told = ({ detail }) => {
      query = detail.query;
      write();
    };
    const failed = () => (find("waiting").textContent = words.not_started);
    element.addEventListener("plan-comparator-ready", told);
    element.addEventListener("plan-comparator-change", told);
    element.addEventListener("plan-comparator-error", failed);
    form.addEventListener("change", follow);
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const text of form.parentElement.querySelectorAll("pre")) {
      text.nextElementSibling.addEventListener("click", () => copy(text));
    }
    follow();
    import(new URL("plan-comparator.js", here)).catch(failed);
  }

  const hasHost = /^https?:$/.test(location.protocol);
  find("needs-host").hidden = hasHost;
  find("columns").hidden = !hasHost;
  if (hasHost) start();
  document.documentElement.dataset.running = "";
})();
