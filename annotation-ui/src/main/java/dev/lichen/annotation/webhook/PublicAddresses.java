package dev.lichen.annotation.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Finds the address of a host and refuses those that only this machine or its network reach, so that nobody makes the app
 * ask its neighbours. The address that was checked is the one that is connected to: a second look-up could give another.
 */
public final class PublicAddresses {

    private final boolean privateAllowed;

    /**
     * Creates the check.
     *
     * @param privateAllowed whether every address may be called, for installations whose receivers are in their own network
     */
    public PublicAddresses(boolean privateAllowed) {
        this.privateAllowed = privateAllowed;
    }

    /**
     * Returns an address of a host; every address of it must be public.
     *
     * @throws WebhookException if one is not, or the host is unknown
     */
    InetAddress of(String host) {
        try {
            InetAddress[] all = InetAddress.getAllByName(host);
            if (!privateAllowed && !Arrays.stream(all).allMatch(PublicAddresses::isPublic)) {
                throw new WebhookException("Bad address: " + host + " is in a private network, expected a public host");
            }
            return all[0];
        } catch (UnknownHostException e) {
            throw new WebhookException("Unknown host " + host);
        }
    }

    static boolean isPublic(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !special
                && (address instanceof Inet6Address
                        ? isPublic6(address.getAddress())
                        : isPublic4(address.getAddress()));
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = Byte.toUnsignedInt(bytes[0]);
        int second = Byte.toUnsignedInt(bytes[1]);
        int third = Byte.toUnsignedInt(bytes[2]);
        boolean thisNetwork = first == 0;
        boolean sharedByProvider = first == 100 && second >= 64 && second < 128;
        boolean protocols = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        boolean reserved = first >= 240;
        return !(thisNetwork || sharedByProvider || protocols || benchmarks || reserved);
    }

    /** Only 2000::/3 is given out; 2001::/23 and 2002::/16 wrap other addresses. */
    private static boolean isPublic6(byte[] bytes) {
        int first = Byte.toUnsignedInt(bytes[0]);
        int second = Byte.toUnsignedInt(bytes[1]);
        int third = Byte.toUnsignedInt(bytes[2]);
        boolean global = first >= 0x20 && first < 0x40;
        boolean wrapping = first == 0x20 && (second == 0x02 || (second == 0x01 && third < 0x02));
        return global && !wrapping;
    }
}
