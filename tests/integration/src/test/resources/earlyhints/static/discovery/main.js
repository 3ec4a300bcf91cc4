import { part } from "./part.js";
import "bare";

part();
