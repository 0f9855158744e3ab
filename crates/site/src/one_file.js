// A page in one file: the program and its chunks stand in the script.
const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const filesInside = { {files}};
// The program.
{
  const root = document.documentElement;
  const page = {address};
  {start}({ module_or_path: bytesOf("{program}") }).then(
    () => {
      mount(document.getElementById("pc-app"), document.getElementById("pc-data").textContent, {
        link: page ? (query) => `${page}?${query}` : undefined,
        stopped: () => (root.dataset.failure = "stopped"),
      });
      root.dataset.running = "";
    },
  ).catch((error) => {
    root.dataset.failure ??= "not-started";
    console.error(error);
  });
}
