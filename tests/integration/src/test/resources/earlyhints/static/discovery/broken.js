import { part } from "./part.js;
