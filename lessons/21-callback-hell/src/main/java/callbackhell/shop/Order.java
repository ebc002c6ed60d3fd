package callbackhell.shop;

/** A customer orders a book. */
public record Order(String customer, String book) {}
