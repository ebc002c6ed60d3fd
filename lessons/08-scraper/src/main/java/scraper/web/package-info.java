/**
 * The world that lesson 08 scrapes: a client that fetches and parses pages within limits, and the web site of a
 * newspaper to try it on. Does not know the scrapers, which use it.
 */
package scraper.web;
