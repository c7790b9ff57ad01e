// Follows the page's one link and keeps what is behind the address: a QR code's or a
// bookmark's anchor must survive the way from an alias to its version.
const link = document.querySelector("a");
location.replace(link.href + location.search + location.hash);
