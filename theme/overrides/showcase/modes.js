(function () {
  var root = document.documentElement, elder = false;
  var keep = function (value) { try { if (value === undefined) return localStorage.getItem("ls-mode"); localStorage.setItem("ls-mode", value); } catch (e) {} };
  var wish = new URLSearchParams(location.search).get("mode");
  var set = function (on) { elder = on; if (on) root.dataset.lsMode = "elder"; else delete root.dataset.lsMode; };
  if (wish) keep(wish === "elder" ? "elder" : "");
  set(keep() === "elder" || wish === "elder");
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector(".ls-tool--elder");
    if (!button) return;
    var show = function () { button.textContent = elder ? "标准版" : "长辈版"; };
    button.addEventListener("click", function () { set(!elder); keep(elder ? "elder" : ""); show(); });
    show();
  });
})();
