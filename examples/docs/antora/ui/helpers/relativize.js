"use strict";

const { posix: path } = require("path");

// The address of a page, relative to the page that is being made.
module.exports = (to, { data }) => {
  if (!to || !to.startsWith("/")) return to || "";
  const { url: from } = data.root.page;
  return from ? path.relative(path.dirname(from), to) || "." : to;
};
