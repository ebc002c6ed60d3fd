/**
 * What the scrapers of lesson 08 use: a client that fetches and parses pages within limits, and a local web site. It
 * does not depend on the scrapers.
 */
package scraper.web;
