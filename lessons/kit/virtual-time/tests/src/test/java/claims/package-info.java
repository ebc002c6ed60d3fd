/** Tests of virtual time from outside its packages, so that these classes are rewritten like those of a program. */
package claims;
