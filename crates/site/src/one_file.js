// A page in one file: the program, its chunks, and what is done in front of a customer stand in the script.
const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const filesInside = { {files}};
// The program.
{
  const openDemo = (() => {
    {demo}
    return {open};
  })();
  const root = document.documentElement;
  const page = {address};
  {start}({ module_or_path: bytesOf("{program}") }).then(
    () => {
      const number = mount(document.getElementById("pc-app"), document.getElementById("pc-data").textContent, {
        link: page ? (query) => `${page}?${query}` : undefined,
        stopped: () => (root.dataset.failure = "stopped"),
      });
      root.dataset.running = "";
      const door = document.getElementById("pc-door");
      door.addEventListener("click", () => openDemo(door, { prepare, demonstrate }, number, Boolean(page)));
      if (/[?&#;](story|view)=/.test(location)) door.click();
    },
  ).catch((error) => {
    root.dataset.failure ??= "not-started";
    console.error(error);
  });
}
