// What React 19 knows of the element: `import type {} from "plan-comparator/react";` once in a project.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { Given } from "../engine/index.js";
import type {
  PlanComparatorAttributes,
  PlanComparatorElement,
  PlanComparatorEventMap,
  Scenario,
} from "./plan-comparator.js";

type Handlers = {
  [Name in keyof PlanComparatorEventMap as `on${Name}`]: (event: PlanComparatorEventMap[Name]) => void;
};
type Members = PlanComparatorAttributes & Handlers & { scenario: Scenario };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "plan-comparator": DetailedHTMLProps<HTMLAttributes<PlanComparatorElement>, PlanComparatorElement> &
        Given<Members>;
    }
  }
}
