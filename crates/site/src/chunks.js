// What each chunk of the program is made of: files beside this one, or bytes that are here already.
const CHUNKS = {chunks};
// What has been started of it.
const startedPieces = new Map();

// Starts a piece, once. A piece that did not come may be tried again.
function startPiece(piece) {
  let started = startedPieces.get(piece);
  if (!started) {
    started = fetchPiece(piece).then((bytes) => WebAssembly.instantiate(bytes, { __wasm_split: {shared} }));
    startedPieces.set(piece, started);
    started.catch(() => startedPieces.delete(piece));
  }
  return started;
}

async function fetchPiece(piece) {
  if (typeof piece !== "string") return piece;
  const response = await fetch(new URL(piece, import.meta.url), { signal: AbortSignal.timeout({patience}) });
  if (!response.ok) throw new Error(`${piece}: ${response.status}`);
  return response.arrayBuffer();
}

// What the program calls to have a chunk; it hands over a function that is told whether it came.
function chunkLoader(name) {
  return async (tell, data) => {
    let here = true;
    try {
      await Promise.all(CHUNKS[name].map(startPiece));
    } catch (error) {
      console.error(error);
      here = false;
    }
    wasm.__indirect_function_table.get(tell)(data, here);
  };
}
