/** Tests of the settings, and {@link chatroom.config.Configs} for the tests of other packages. */
@org.jspecify.annotations.NullMarked
package chatroom.config;
