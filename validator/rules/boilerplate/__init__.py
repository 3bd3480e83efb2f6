"""Furniture of the page that was kept in the text: forms, banners, menus, teasers."""
