// Starts the page's program. Until then, and if it cannot start, the static page stands as it is.

const root = document.documentElement;

// The site stands in any folder of any host, so its pages name each other by relative addresses.
// Search engines want whole ones.
for (const link of document.querySelectorAll("[rel=canonical], [hreflang][rel]")) link.href += "";

// The site's root is the first language's page; a visitor who prefers another is sent there.
const others = root.dataset.languages?.split(" ") ?? [];
const wished = navigator.languages.map((tag) => tag.split("-")[0].toLowerCase());
const language = wished.find((code) => code === root.lang || others.includes(code));

// Links to other languages lead to the same scenario.
function keepScenarioInLinks(query) {
  for (const link of document.querySelectorAll(".pc-languages__link")) link.search = query;
}

if (language && language !== root.lang && others.length > 0) {
  location.replace(`${language}/${location.search}${location.hash}`);
} else {
  const address = (rel) => document.querySelector(`link[rel="${rel}"]`).href;
  try {
    const program = await import(address("modulepreload"));
    await program.default({ module_or_path: address("preload") });
    program.mount(document.getElementById("pc-app"), document.getElementById("pc-data").textContent, {
      changed: keepScenarioInLinks,
      stopped: () => (root.dataset.failure = "stopped"),
    });
    keepScenarioInLinks(location.search);
    root.dataset.running = "";
  } catch (error) {
    root.dataset.failure ??= "not-started";
    console.error(error);
  }
}
