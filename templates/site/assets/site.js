// 大字开关：只是锦上添花，没有脚本也能读。
(function (page) {
  var key = "large", root = page.documentElement;
  function stored() { try { return localStorage.getItem(key) === "1"; } catch (e) { return false; } }
  function store(on) { try { localStorage.setItem(key, on ? "1" : "0"); } catch (e) {} }
  if (stored()) root.className = "large";
  page.addEventListener("DOMContentLoaded", function () {
    var button = page.querySelector("[data-large]");
    if (!button) return;
    var words = [button.textContent, button.getAttribute("data-large")];
    function show() {
      var on = root.className === "large";
      button.textContent = words[on ? 1 : 0];
      button.setAttribute("aria-pressed", String(on));
    }
    button.hidden = false;
    button.onclick = function () {
      var on = root.className !== "large";
      root.className = on ? "large" : "";
      store(on);
      show();
    };
    show();
  });
})(document);
