// Judges the page it is run in: elements that stick out sideways, texts with too little contrast.
(() => {
"use strict";
function channel(value) {
    value /= 255;
    return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
}
function luminance([red, green, blue]) {
    return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
}
function colour(text) {
    const numbers = (text.match(/[\d.]+/g) || []).map(Number);
    return numbers.length < 3 ? null : { rgb: numbers.slice(0, 3), alpha: numbers.length > 3 ? numbers[3] : 1 };
}
function ground(element, view) {
    for (let here = element; here; here = here.parentElement) {
        const found = colour(view.getComputedStyle(here).backgroundColor);
        if (found && found.alpha > 0.99) return found.rgb;
    }
    return [255, 255, 255];
}
// WCAG 2.2, success criterion 1.4.3: 4.5 to 1, for large text 3 to 1.
function poorContrast(view) {
    const found = new Set();
    const walker = view.document.createTreeWalker(view.document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode.textContent.trim();
        const element = walker.currentNode.parentElement;
        if (!text || ["script", "style", "title"].includes(element.localName)) continue;
        const style = view.getComputedStyle(element);
        const letters = colour(element instanceof view.SVGElement ? style.fill : style.color);
        if (!letters || style.visibility === "hidden") continue;
        const [light, dark] = [luminance(letters.rgb), luminance(ground(element, view))].sort((a, b) => b - a);
        const ratio = (light + 0.05) / (dark + 0.05);
        const size = parseFloat(style.fontSize);
        const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        if (ratio < (isLarge ? 3 : 4.5)) found.add(ratio.toFixed(2) + " " + text.slice(0, 30));
    }
    return [...found].slice(0, 10);
}
// What sticks out of the page sideways and is not inside a box that scrolls by itself.
function overflowing(view) {
    const root = view.document.documentElement;
    const found = [];
    if (root.scrollWidth > root.clientWidth) found.push("page: " + root.scrollWidth + " > " + root.clientWidth);
    for (const element of view.document.body.querySelectorAll("*")) {
        const box = element.getBoundingClientRect();
        if (box.width === 0 || box.right <= window.innerWidth + 0.5) continue;
        let scrolls = false;
        for (let here = element.parentElement; here; here = here.parentElement) {
            if (["auto", "scroll", "hidden"].includes(view.getComputedStyle(here).overflowX)) scrolls = true;
        }
        if (!scrolls && found.length < 10) found.push(element.tagName + "." + element.getAttribute("class"));
    }
    return found;
}
for (const detail of document.querySelectorAll("details")) detail.open = true;
const result = { overflow: overflowing(window), contrast: poorContrast(window) };
for (const detail of document.querySelectorAll("details")) detail.open = false;
result.live = document.querySelectorAll(".live svg").length;
result.drawings = document.querySelectorAll("svg.chart").length;
result.headings = [...document.querySelectorAll("h2, h3, figcaption, caption")].map(one => one.textContent.trim());
return result;
})()
