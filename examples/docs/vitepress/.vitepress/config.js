import { defineConfig } from "vitepress";

// The site is served under /docs/.
export default defineConfig({
  title: "Example docs",
  base: "/docs/",
  head: [["link", { rel: "icon", href: "data:," }]],
  themeConfig: {
    sidebar: [
      { text: "Start", link: "/" },
      { text: "Support plans", link: "/support-plans" },
      { text: "Contact", link: "/contact" },
    ],
  },
});
