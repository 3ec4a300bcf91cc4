function s(o){document.body.dataset.title=o}export{s};
