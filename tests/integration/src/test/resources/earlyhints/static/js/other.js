document.documentElement.dataset.other = '1'; // a script
