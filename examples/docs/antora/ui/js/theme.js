// The theme that was chosen, set before anything is shown.
document.documentElement.classList.toggle("dark", localStorage.getItem("theme") === "dark");

document.addEventListener("DOMContentLoaded", () => {
  document.querySelector(".theme").addEventListener("click", () => {
    const isDark = document.documentElement.classList.toggle("dark");
    localStorage.setItem("theme", isDark ? "dark" : "light");
  });
});
