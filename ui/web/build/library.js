// Finds passages of the library by the beginnings of words. Without this script the list of pages is whole, and there is no field.
const [field, list, count] = ["find", "found", "count"].map((id) => document.getElementById(id));
let address = "search.json" + new URL(document.currentScript.src).search, passages;
field.addEventListener("input", async () => {
  passages ||= fetch(address).then((response) => response.json());
  const words = (field.value.normalize("NFKC").match(/[\p{L}\p{N}]+/gu) || []).map((word) => new RegExp("(?<![\\p{L}\\p{N}])" + word, "iu"));
  const hits = words.length ? (await passages).filter((passage) => words.every((word) => word.test(passage[2]))) : [];
  count.textContent = !words.length ? "" : hits.length ? hits.length + " found" : "No matches. Try a shorter word.";
  list.replaceChildren(...hits.slice(0, 40).map(([href, where, text]) => {
    const item = document.createElement("li");
    item.append(Object.assign(document.createElement("a"), { href, textContent: where }), " ", text);
    return item;
  }));
});
field.closest("[hidden]").hidden = false;
