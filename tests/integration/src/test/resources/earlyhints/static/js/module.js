document.documentElement.dataset.module = '1'; // a script
