import vue from "@vitejs/plugin-vue";

const isCustomElement = (tag) => tag === "plan-comparator";

export default {
  base: "./",
  publicDir: "../public",
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
};
