import { createApp } from "vue";
import { createRouter, createWebHistory, RouterView } from "vue-router";
import Front from "./Front.vue";
import Story from "./Story.vue";

const router = createRouter({
  history: createWebHistory("/vue/"),
  routes: [
    { path: "/", component: Front },
    { path: "/story/:id", component: Story },
  ],
});
createApp(RouterView).use(router).mount("#app");
