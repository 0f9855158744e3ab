import { StrictMode, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { deadlines, readCatalog } from "plan-comparator";
import type { Catalog, Scenario } from "plan-comparator";
import type {} from "plan-comparator/react";
import "plan-comparator/element";
import type { PlanComparatorElement } from "plan-comparator/element";
import { SCENARIO } from "../scenario.js";

function Plans() {
  const [catalog, setCatalog] = useState<Catalog>();
  const [scenario, setScenario] = useState<Scenario>(SCENARIO);
  const element = useRef<PlanComparatorElement>(null);
  // What a script sets gives no event, and is there at once.
  const choose = (priority: string) => {
    element.current!.priority = priority;
    setScenario(element.current!.scenario);
  };
  useEffect(() => {
    fetch("catalog.json").then((response) => response.text()).then((text) => readCatalog(text)).then(setCatalog);
  }, []);
  return (
    <>
      <select onChange={({ target }) => choose(target.value)} defaultValue="p2">
        <option>p2</option>
        <option>p3</option>
      </select>
      <plan-comparator
        ref={element}
        catalog="catalog.json"
        {...SCENARIO}
        heading-level="3"
        onplan-comparator-change={({ detail }) => setScenario(detail.scenario)}
      >
        <p>What there is without it.</p>
      </plan-comparator>
      <output>{catalog && JSON.stringify(deadlines(catalog, scenario))}</output>
    </>
  );
}

// @ts-expect-error There is no such view.
export const wrong = <plan-comparator view="some" />;

createRoot(document.querySelector("#app")!).render(<StrictMode><Plans /></StrictMode>);
