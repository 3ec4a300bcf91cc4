import { Vector3 } from '/webjars/three/0.181.1/build/three.module.min.js';

document.title = `${new Vector3(3, 4, 0).length()}`;
