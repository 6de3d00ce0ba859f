import module from "node:module";

// Started by `SecondProcess`. Compiled code is kept, as where the command line is launched.
module.enableCompileCache?.();
const { followOrders } = await import("./follow-orders.ts");
followOrders();
