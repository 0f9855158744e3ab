// Starts the page's program. Until then, and if it cannot start, the static page stands as it is.
// A classic script, since browsers do not run modules in a document without an origin.

(async () => {
  const root = document.documentElement;

  // Some hosts serve the folder `en/` as `en`. The addresses in the page are meant from the folder.
  const isRoot = "languages" in root.dataset;
  const isBare = !isRoot && location.pathname.endsWith(`/${root.lang}`);
  const folder = new URL(isBare ? `${root.lang}/` : "", location);
  const up = isRoot ? "" : "../";
  const whole = (link) => new URL(link.getAttribute("href"), folder).href;

  // The site stands in any folder of any host, so its pages name each other by relative addresses.
  // Search engines want whole ones.
  for (const link of document.querySelectorAll("[rel=canonical], [hreflang]")) link.href = whole(link);

  // A host's policy may refuse the styles in the page. It allows them as a file.
  const style = document.querySelector("style");
  if (!style.sheet) {
    document.head.append(Object.assign(document.createElement("link"), {
      rel: "stylesheet",
      href: new URL(style.dataset.file, folder),
    }));
  }

  // Links to other languages, and to the page that makes lines for other pages, lead to the same scenario.
  const keepScenarioInLinks = (query) => {
    for (const link of document.querySelectorAll("a[hreflang]")) link.search = query;
  };

  // The page itself may be an old one that the browser has kept.
  document.querySelector("body > [role=alert] a").addEventListener("click", (event) => {
    event.preventDefault();
    const reload = () => location.reload();
    fetch(location, { cache: "reload" }).then(reload, reload);
  });

  // The site's root is the first language's page; a visitor who prefers another is sent there.
  const others = root.dataset.languages?.split(" ") ?? [];
  const wished = navigator.languages.map((tag) => tag.split("-")[0].toLowerCase());
  const language = wished.find((code) => code === root.lang || others.includes(code));
  if (language && language !== root.lang && others.length > 0) {
    location.replace(`${language}/${location.search}${location.hash}`);
    return;
  }

  const file = (rel) => whole(document.querySelector(`link[rel="${rel}"]`));
  let block = document.getElementById("pc-data").textContent;
  try {
    // Asked for a frame, the page shows the element alone.
    if (/[?&]embed(=|&|$)/.test(location.search)) {
      await import(new URL(`${up}framed.js`, folder));
      root.dataset.running = "";
      return;
    }
    // A page that was built without plans fetches them.
    if (root.dataset.catalog) {
      const { show } = await import(new URL(`${up}catalog.js`, folder));
      block = await show(new URL(root.dataset.catalog, folder), up);
      if (!block) {
        // Nothing more is to come.
        root.dataset.running = "";
        return;
      }
    }
    // In a frame, what leads elsewhere leaves the frame.
    if (window !== top) {
      for (const link of document.links) if (link.origin !== location.origin) link.target = "_blank";
    }
    const [program, response] = await Promise.all([
      import(file("modulepreload")),
      // As the preload asks for it: otherwise it would be fetched twice.
      fetch(file("preload"), { mode: "no-cors", credentials: "include" }),
    ]);
    await program.default({ module_or_path: response });
    const number = program.mount(document.getElementById("pc-app"), block, {
      changed: keepScenarioInLinks,
      stopped: () => (root.dataset.failure = "stopped"),
    });
    keepScenarioInLinks(location.search);
    root.dataset.running = "";
    const door = document.getElementById("pc-door");
    // Firefox keeps in mind that a script did not come, under its address.
    let again = "";
    door.addEventListener("click", async () => {
      let said = "";
      try {
        await (await import(new URL(`${up}demo.js${again}`, folder))).open(door, program, number);
      } catch (error) {
        said = door.dataset.missing;
        again += "?";
        console.error(error);
      }
      door.nextSibling.textContent = said;
    });
    if (/[?&#;](story|view)=/.test(location)) door.click();
    // A link to a story may differ from the page that is open in its fragment alone.
    addEventListener("hashchange", () => location.hash.includes("story=") && location.reload());
  } catch (error) {
    root.dataset.failure ??= "not-started";
    console.error(error);
  }
})();
