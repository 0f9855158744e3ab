// What Vue's templates know of the element: `import type {} from "plan-comparator/vue";` once in a project.
import type { DefineComponent } from "vue";
import type { Given } from "../engine/index.js";
import type { PlanComparatorAttributes, PlanComparatorEventMap, Scenario } from "./plan-comparator.js";

type Handlers = { [Name in keyof PlanComparatorEventMap]: (event: PlanComparatorEventMap[Name]) => void };

declare module "vue" {
  interface GlobalComponents {
    "plan-comparator": DefineComponent<
      Given<PlanComparatorAttributes & { scenario: Scenario }>,
      {},
      {},
      {},
      {},
      {},
      {},
      Handlers
    >;
  }
}
