import { createApp } from "vue";
import Plans from "./Plans.vue";

createApp(Plans).mount("#app");
