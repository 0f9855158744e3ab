// What Vue's templates know of the element: `import type {} from "plan-comparator/vue";` once in a project.
import type { DefineComponent } from "vue";
import type { PlanComparatorAttributes, PlanComparatorEventMap, ShownScenario } from "./plan-comparator.js";

type Handlers = { [Name in keyof PlanComparatorEventMap]: (event: PlanComparatorEventMap[Name]) => void };

declare module "vue" {
  interface GlobalComponents {
    "plan-comparator": DefineComponent<
      PlanComparatorAttributes & { scenario?: ShownScenario },
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
