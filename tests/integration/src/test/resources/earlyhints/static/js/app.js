document.documentElement.dataset.app = '1'; // a script
