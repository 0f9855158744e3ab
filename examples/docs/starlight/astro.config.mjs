import { defineConfig } from "astro/config";
import starlight from "@astrojs/starlight";

// The site is served under /docs/.
export default defineConfig({
  site: "https://example.com",
  base: "/docs/",
  integrations: [
    starlight({
      title: "Example docs",
      sidebar: [
        { label: "Start", link: "/" },
        { label: "Support plans", slug: "support-plans" },
        { label: "Contact", slug: "contact" },
      ],
    }),
  ],
});
