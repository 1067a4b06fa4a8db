namespace ContactCenter.Tests.Redaction.Phrases;

/// <summary>What people write in Japanese. What must be masked stands in brackets.</summary>
internal static class Japanese
{
    public const string Lines = """
        cvv: セキュリティコード：[123]
        cvv: セキュリティコードは[456]です
        cvv: CVVは[789]です
        cvv: 裏面の3桁は[321]です
        cvv: [555]がセキュリティコードです
        cvv: セキュリティーコード [204]
        cvv: ｾｷｭﾘﾃｨｺｰﾄﾞは[987]
        cvv: カードのセキュリティコードは [０１２３] です
        cvv: セキュリティ番号 [642]
        exp: 有効期限[12/27]
        exp: 有効期限は[2027年12月]です
        exp: 有効期限：[08/2028]
        exp: カードの有効期限は[11月28年]
        exp: [05/30]が有効期限です
        exp: 有効年月 [0929]
        pin: 暗証番号は[4821]です
        pin: 暗証番号：[1234]
        pin: PINコード [9090]
        pin: [5512]が暗証番号です
        pin: カードの暗証番号 [0007]
        none: 注文番号1234の件です
        none: 302号室をお願いします
        none: セキュリティコードはどこですか
        none: クーポンの有効期限は12/27です
        none: パスポートの有効期限は2027年3月
        none: 123円でした
        none: 認証コード 482913
        none: 暗証番号を3回間違えました
        none: 12/27に行きます
        none: 2024年に登録しました
        none: 郵便番号は1234です
        none: 裏面を見てください
        none: 部屋は456です
        none: セキュリティコードの画面で300秒待った
        none: 割引コード1234を使いたい
        """;
}
