export { part } from "./deep.js";
export const later = () => import("./later.js");
