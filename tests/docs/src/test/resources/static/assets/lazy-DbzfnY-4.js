import{s as o}from"./shared-B7PI925R.js";o("later");
