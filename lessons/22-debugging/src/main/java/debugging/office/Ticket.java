package debugging.office;

/** A ticket for a seat. */
record Ticket(int seat, String customer) {}
