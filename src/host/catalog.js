// Shows the plans of a catalog that the page fetches, on a page that was built without any.

/** The names of what makes pages, which the build writes here. */
const MAKER = {maker};

const maker = async () => {
  const here = (name) => new URL(name, import.meta.url);
  const module = await import(here(MAKER.glue));
  await module.default({ module_or_path: fetch(here(MAKER.program)) });
  return module;
};

/** The bytes of the catalog. An error says what its owner can do. */
async function bytesOf(address) {
  let refused = false;
  const note = ({ effectiveDirective }) => (refused ||= effectiveDirective === "connect-src");
  document.addEventListener("securitypolicyviolation", note);
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`the server answers ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    // The browser tells of a refusal a moment later.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const why = refused
      ? `the policy of the page does not allow it: its connect-src needs ${address.origin}, as --catalog-origin ${address.origin} of the build writes it`
      : error.message;
    throw new Error(`${address}: ${why}`);
  } finally {
    document.removeEventListener("securitypolicyviolation", note);
  }
}

/** Markup as nodes, also where a host allows no markup without a policy. */
function parsed(html) {
  const policy = globalThis.trustedTypes?.createPolicy("plan-comparator", { createHTML: (markup) => markup });
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html").body.childNodes;
}

/** Says to visitors that there are no plans, and to the owner of the page why. */
function excuse(lines) {
  const sentence = document.querySelector("[data-missing]");
  sentence.textContent = sentence.dataset.missing;
  const summary = Object.assign(document.createElement("summary"), { textContent: sentence.dataset.owner });
  const list = Object.assign(document.createElement("pre"), { lang: "en", textContent: lines });
  const details = document.createElement("details");
  details.append(summary, list);
  sentence.after(details);
  console.error(lines);
}

/** Shows the catalog of an address, and returns the block that the program mounts; nothing if it cannot be shown. */
export async function show(address, up) {
  const root = document.documentElement;
  const [{ page }, bytes] = await Promise.all([maker(), bytesOf(address)]).catch((error) => [{}, error.message]);
  if (!page) {
    excuse(bytes);
    return undefined;
  }
  let made;
  try {
    made = JSON.parse(page(bytes, root.lang, up));
  } catch (faults) {
    excuse(`${address}:\n${faults}`);
    return undefined;
  }
  root.lang = made.language;
  document.title = made.title;
  document.querySelector(".pc-page").replaceChildren(...parsed(made.page));
  return made.block;
}
