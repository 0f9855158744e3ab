// The class is set before the page is drawn.
if (localStorage.getItem("dark")) document.documentElement.classList.add("dark");

function switchDark() {
  if (document.documentElement.classList.toggle("dark")) localStorage.setItem("dark", "yes");
  else localStorage.removeItem("dark");
}
