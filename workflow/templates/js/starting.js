// Everything begins here, once the page has been read. The page is whole without it.

document.body.append(announcer);
startSorting();
startComparing();
startTools();
startPanel();
