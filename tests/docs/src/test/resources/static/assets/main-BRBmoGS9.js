import{s as o}from"./shared-B7PI925R.js";o(document.title),import("./lazy-DbzfnY-4.js");
