/** What virtual time promises, claimed from outside: these classes are programs to it, its own package is not. */
package claims;
