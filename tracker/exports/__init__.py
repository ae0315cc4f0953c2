"""Files out of the store: rows, deliveries, the sheet of Uppföljning Finsam, the catalogue."""
