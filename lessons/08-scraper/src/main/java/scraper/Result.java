package scraper;

/** What became of an address. As text it is the line that is printed of it. */
public sealed interface Result permits Page, Missing {

    /** As it was asked for. */
    String address();
}
