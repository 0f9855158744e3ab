// The site is served under /docs/, and has nothing but its docs.
module.exports = {
  title: "Example docs",
  url: "https://example.com",
  baseUrl: "/docs/",
  trailingSlash: true,
  favicon: "favicon.svg",
  presets: [["classic", { docs: { routeBasePath: "/", sidebarPath: "./sidebars.js" }, blog: false }]],
  themeConfig: {
    navbar: { title: "Example docs" },
  },
};
