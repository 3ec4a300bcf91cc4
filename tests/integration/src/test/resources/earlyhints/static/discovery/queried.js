import { part } from "./deep.js?v=3";

part();
