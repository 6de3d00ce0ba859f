import module from "node:module";
import { keepHeapSmall } from "../keep-heap-small.ts";

// Started by `SecondProcess`. Compiled code is kept, as where the command line is launched.
module.enableCompileCache?.();
keepHeapSmall();
const { followOrders } = await import("./follow-orders.ts");
followOrders();
