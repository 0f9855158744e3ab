import "plan-comparator/element";
import { deadlines, readCatalog } from "plan-comparator";
import { SCENARIO } from "../scenario.js";

const element = document.querySelector("plan-comparator");
element.scenario = SCENARIO;
const response = await fetch("catalog.json");
const catalog = await readCatalog(await response.json());

function show(scenario) {
  document.querySelector("output").textContent = JSON.stringify(deadlines(catalog, scenario));
}
show(SCENARIO);
element.addEventListener("plan-comparator-change", ({ detail }) => show(detail.scenario));
